async def handle(reader, writer):
    name = (await reader.readline()).decode()
    writer.write(("HTTP/1.1 204 No Content\r\nX-Name: " + name + "\r\n\r\n").encode())  # finding: header-injection
    writer.write(("HTTP/1.1 204 No Content\r\nX-Name: " + " ".join(name.split()) + "\r\n\r\n").encode())
    writer.write(name.encode())
