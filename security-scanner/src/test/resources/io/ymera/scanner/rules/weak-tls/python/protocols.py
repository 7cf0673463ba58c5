import ssl

old = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # finding: weak-tls
new = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
new.minimum_version = ssl.TLSVersion.TLSv1_2
new.minimum_version = ssl.TLSVersion.TLSv1  # finding: weak-tls
