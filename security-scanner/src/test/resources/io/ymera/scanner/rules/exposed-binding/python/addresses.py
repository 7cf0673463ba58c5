import socket

import uvicorn

uvicorn.run("x:app", host="0.0.0.0")  # finding: exposed-binding
uvicorn.run("x:app", host="127.0.0.1")
socket.socket().bind(("0.0.0.0", 80))  # finding: exposed-binding
socket.socket().bind(("127.0.0.1", 80))
