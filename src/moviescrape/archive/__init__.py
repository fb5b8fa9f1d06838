"""The same parse over many pages: on all cores, or on a Dask cluster, with pages that hang or crash set aside.

shards     what is to be read, cut into pieces of work
index_files, index_shards, record_ranges   an index of archives, and the records that it names, read by ranges
reader     a shard read in a process of its own (child), which is replaced when a page kills it or takes too long (watchdog)
engines    many shards at once, on this machine or on a cluster; results in the order of the shards
table      shards -> one table
parts      shards -> a folder of parts with a manifest; run again, it goes on where it stopped
parts_place, remote_table   the same in object storage, with a marker that is written last
set_aside  pages that an earlier run set aside, read again
"""
