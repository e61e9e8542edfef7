"""The server of the interface: cases as JSON under `/api`, and the pages that show it.

Requests enter, answers of the library leave. It refuses other hosts and origins, bodies that are too large, and to show
any path of the machine. `create_app` gives the application, `serve` runs it on this machine.
"""
