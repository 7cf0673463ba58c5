import ssl, requests, httpx, aiohttp, urllib3, paramiko, asyncssh, jwt, socket, smtplib, ldap3, ftplib, redis, pymongo, psycopg2, pika
from jose import jwt as jj
from authlib.jose import jwt as aj
def t(url):
    requests.get(url, verify=False)  # finding: tls-verification
    s = requests.Session()
    s.verify = False  # finding: tls-verification
    httpx.Client(verify=False)  # finding: tls-verification
    httpx.AsyncClient(verify=False)  # finding: tls-verification
    aiohttp.TCPConnector(ssl=False)  # finding: tls-verification
    aiohttp.TCPConnector(verify_ssl=False)  # finding: tls-verification
    ssl._create_unverified_context()  # finding: tls-verification
    c = ssl.create_default_context()
    c.check_hostname = False  # finding: tls-verification
    c.verify_mode = ssl.CERT_NONE  # finding: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # finding: weak-tls
    c.minimum_version = ssl.TLSVersion.TLSv1  # finding: weak-tls
    c.options &= ~ssl.OP_NO_TLSv1
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # finding: tls-verification
    urllib3.HTTPSConnectionPool("x", assert_hostname=False)  # finding: tls-verification
    redis.Redis(ssl=True, ssl_cert_reqs=None)  # finding: tls-verification
    pymongo.MongoClient(u, tls=True, tlsAllowInvalidCertificates=True)  # finding: tls-verification
    smtplib.SMTP_SSL("x", context=ssl._create_unverified_context())  # finding: tls-verification
    ldap3.Tls(validate=ssl.CERT_NONE)  # finding: tls-verification
    requests.request("GET", url, verify=False)  # finding: tls-verification
    import urllib.request
    urllib.request.urlopen(url, context=ssl._create_unverified_context())  # finding: tls-verification
    ssl.SSLContext()
    c.set_ciphers("ALL:!aNULL")
    c.set_ciphers("RC4-SHA")  # finding: weak-tls
    websockets.connect(url, ssl=ssl._create_unverified_context())  # finding: tls-verification
    elasticsearch.Elasticsearch(u, verify_certs=False)  # finding: tls-verification
    psycopg2.connect(dsn, sslmode="disable")  # finding: cleartext-transmission
    kafka.KafkaProducer(ssl_check_hostname=False)  # finding: tls-verification
    ssl.wrap_socket(sock)  # finding: tls-verification
    ssl.SSLContext(ssl.PROTOCOL_TLS).wrap_socket(sock)  # finding: tls-verification
    pika.SSLOptions(c)
    httpx.get(url, verify=False)  # finding: tls-verification
    tornado.httpclient.HTTPRequest(url, validate_cert=False)  # finding: tls-verification
    grpc.insecure_channel("example.com:443")  # finding: cleartext-transmission
    boto3.client("s3", verify=False)  # finding: tls-verification
    boto3.client("s3", use_ssl=False)  # finding: cleartext-transmission
def ssh():
    c = paramiko.SSHClient()
    c.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # finding: ssh-host-key
    asyncssh.connect("x", known_hosts=None)  # finding: ssh-host-key
    c.set_missing_host_key_policy(paramiko.RejectPolicy())
    c.set_missing_host_key_policy(paramiko.client.WarningPolicy)  # finding: ssh-host-key
    opts = pysftp.CnOpts()
    opts.hostkeys = None  # finding: ssh-host-key
    fabric.Connection("x", connect_kwargs={"look_for_keys": False})
def j(token, key):
    jwt.decode(token, options={"verify_signature": False})  # finding: jwt-verification
    jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": True})
    jwt.decode(token, key, algorithms=["none"])  # finding: jwt-verification
    jwt.decode(token, key, options={"verify_exp": False}, algorithms=["HS256"])
    jj.decode(token, key, options={"verify_signature": False})  # finding: jwt-verification
    jwt.encode({}, key, algorithm="none")  # finding: jwt-verification
    jwt.encode({}, None, algorithm=None)  # finding: jwt-verification
    jj.get_unverified_claims(token)
    h = jwt.get_unverified_header(token)
    jwt.decode(token, key, algorithms=[jwt.get_unverified_header(token)["alg"]])
    jwt.decode(token, key, algorithms=h["alg"])
    jwt.decode(token, verify=False)  # finding: jwt-verification
    jwt.decode(token, key, algorithms=["HS256", "RS256"])
    jj.decode(token, key, options={"verify_aud": False}, algorithms=["RS256"])
    jwcrypto.jwt.JWT(jwt=token)
def cors(app):
    CORS(app, origins="*", supports_credentials=True)  # finding: cors
from flask_cors import CORS
from fastapi.middleware.cors import CORSMiddleware
def cors2(app):
    CORS(app, resources={r"/api/*": {"origins": "*"}}, supports_credentials=True)  # finding: cors
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)  # finding: cors
    app.add_middleware(CORSMiddleware, allow_origins=["https://a.example"], allow_credentials=True)
    app.add_middleware(CORSMiddleware, allow_origin_regex=".*", allow_credentials=True)  # finding: cors
    app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*example\.com", allow_credentials=True)
import aiohttp_cors
def cors3(app):
    aiohttp_cors.setup(app, defaults={"*": aiohttp_cors.ResourceOptions(allow_credentials=True)})
@app.after_request
def ah(resp):
    resp.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    resp.headers["Access-Control-Allow-Credentials"] = "true"
    return resp
