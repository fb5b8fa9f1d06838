"""The commands, a thin file each: options -> library -> print."""
