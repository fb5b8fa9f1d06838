"""PageRequest -> Page, politely.

fetcher         asks for many pages; scheduler: hosts side by side, each when it is due
host            one host's requests, one after another: robots.txt, pause, request, retry; host_stats counts them
request_url     the one form of a URL that is checked, stored, named and sent
robots, robots_cache   what robots.txt allows; read once a host
pace            the pause between two requests; retry: whether and when to ask again
guards          which addresses may be asked: not private ones that a page names
client, transport, host_pools   the HTTP client and its sockets, bounded in time and bytes
redirect        redirects and meta refreshes, each with all checks
response_head, body, response_check   a response read leniently, unpacked within bounds, and judged
contact         the User-Agent; request_log: a line of JSON a request; session: all of it opened for a run
"""
