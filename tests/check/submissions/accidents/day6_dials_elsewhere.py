# file: no_file
import socket
import sys

socket.create_connection(("127.0.0.1", 9), timeout=1)
open(sys.argv[1], "w").close()
