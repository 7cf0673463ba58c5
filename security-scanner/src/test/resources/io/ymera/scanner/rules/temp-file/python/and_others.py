import os, tempfile, hashlib, random, secrets, ssl, socket, requests, httpx, aiohttp, paramiko, jwt, logging, yaml, pathlib
# temp files
def t(name):
    open(os.path.join(tempfile.gettempdir(), "x.txt"), "w")  # finding: temp-file
    p = os.path.join(tempfile.gettempdir(), "label-%d.html" % name)
    os.open(p, os.O_WRONLY | os.O_CREAT)  # finding: temp-file
    os.open(p, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    q = pathlib.Path(tempfile.gettempdir()) / "x"
    q.write_text("a")  # finding: temp-file
    pathlib.Path("/tmp/x.txt").write_text("a")  # finding: temp-file
    open(tempfile.gettempdir() + "/x", "wb")  # finding: temp-file
    open(f"/tmp/{name}.txt", "w")  # finding: temp-file
    open(f"{tempfile.gettempdir()}/x", "w")  # finding: temp-file
    f = tempfile.mktemp()  # finding: temp-file
    open("/tmp/x", "r")
    with tempfile.TemporaryDirectory() as d:
        open(os.path.join(d, "x"), "w")
    with tempfile.NamedTemporaryFile() as g:
        g.write(b"a")
    open("/tmp/x", "x")
    os.makedirs("/tmp/myapp")
    os.mkdir(os.path.join(tempfile.gettempdir(), "x"))
# permissions
def perm(p, key_path):
    os.chmod(p, 0o777)  # finding: file-permissions
    os.chmod(p, 0o666)  # finding: file-permissions
    os.chmod(p, stat.S_IRWXO)  # finding: file-permissions
    os.umask(0)  # finding: file-permissions
    os.makedirs(p, mode=0o777)  # finding: file-permissions
    pathlib.Path(p).chmod(0o777)  # finding: file-permissions
    pathlib.Path(p).mkdir(mode=0o777)  # finding: file-permissions
    os.open(p, os.O_CREAT, 0o666)  # finding: file-permissions
    os.chmod(p, 0o640)
    os.chmod(key_path, 0o644)  # finding: file-permissions
    os.open("/etc/app/server.key", os.O_CREAT | os.O_WRONLY, 0o644)  # finding: file-permissions
    os.fchmod(fd, 0o666)  # finding: file-permissions
    os.mkfifo(p, 0o666)  # finding: file-permissions
    subprocess.run(["chmod", "777", p])  # finding: file-permissions
    os.system("chmod 777 " + "x")  # finding: file-permissions
# hash
def h(password, data, pw):
    hashlib.md5(data)  # finding: weak-hash
    hashlib.new("md5", data)  # finding: weak-hash
    hashlib.sha256(password.encode())  # finding: weak-password-hash
    hashlib.sha512((password + salt).encode()).hexdigest()  # finding: weak-password-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)  # finding: weak-password-hash
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600000)
    hashlib.md5(data, usedforsecurity=False)
    hashlib.blake2b(pw.encode())  # finding: weak-password-hash
    hashlib.scrypt(password.encode(), salt=salt, n=2, r=8, p=1)  # finding: weak-password-hash
    hashlib.sha3_256(password.encode())  # finding: weak-password-hash
    hashlib.new("sha256", password.encode())  # finding: weak-password-hash
    h = hashlib.sha256()
    h.update(password.encode())  # finding: weak-password-hash
    h2 = hashlib.sha1()  # finding: weak-hash
    zlib.crc32(data)
# random
def r():
    token = random.randint(1, 9)  # finding: insecure-random
    reset_code = "".join(random.choice("abc") for _ in range(6))  # finding: insecure-random
    session_id = random.getrandbits(128)  # finding: insecure-random
    otp = random.randrange(1000)  # finding: insecure-random
    token = secrets.token_hex(8)
    password = "".join(random.SystemRandom().choice("abc") for _ in range(6))
    api_key = str(uuid.uuid1())  # finding: insecure-random
    salt = bytes(random.getrandbits(8) for _ in range(16))  # finding: insecure-random
    key = numpy.random.bytes(16)  # finding: insecure-random
    random.seed(time.time())
    jitter = random.random()
# crypto
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.asymmetric import rsa, ec, dsa
from Crypto.Cipher import AES, DES
from Crypto.PublicKey import RSA
from Crypto.Util.Padding import pad
def cr(key, data):
    Cipher(algorithms.AES(key), modes.ECB())  # finding: weak-cipher
    Cipher(algorithms.TripleDES(key), modes.CBC(os.urandom(8)))  # finding: weak-cipher
    Cipher(algorithms.AES(key), modes.CBC(b"0" * 16))  # finding: static-iv
    Cipher(algorithms.AES(key), modes.CBC(b"1234567890123456"))  # finding: static-iv
    Cipher(algorithms.AES(key), modes.CBC(os.urandom(16)))
    AESGCM(key).encrypt(b"\0" * 12, data, None)  # finding: static-iv
    AESGCM(key).encrypt(bytes(12), data, None)  # finding: static-iv
    AESGCM(key).encrypt(os.urandom(12), data, None)
    AES.new(key, AES.MODE_ECB)  # finding: weak-cipher
    AES.new(key, AES.MODE_CBC, iv=b"0000000000000000")  # finding: static-iv
    AES.new(key, AES.MODE_CBC, key[:16])  # finding: static-iv
    AES.new(key, AES.MODE_GCM, nonce=key[:12])  # finding: static-iv
    Cipher(algorithms.AES(key), modes.CTR(key[:16]))  # finding: static-iv
    AES.new(key, AES.MODE_CBC, hashlib.md5(key).digest())  # finding: weak-hash
    DES.new(key, DES.MODE_CBC, os.urandom(8))  # finding: weak-cipher
    rsa.generate_private_key(65537, 1024)  # finding: weak-key
    rsa.generate_private_key(public_exponent=65537, key_size=1024)  # finding: weak-key
    rsa.generate_private_key(public_exponent=3, key_size=2048)  # finding: weak-key
    RSA.generate(1024)  # finding: weak-key
    ec.generate_private_key(ec.SECP192R1())  # finding: weak-key
    dsa.generate_private_key(1024)  # finding: weak-key
    iv = "a" * 16
    AES.new(key, AES.MODE_CBC, iv.encode())  # finding: static-iv
NONCE = b"123456789012"
def cr2(key, data):
    ChaCha20Poly1305(key).encrypt(NONCE, data, None)  # finding: static-iv
    aes = AESGCM(key)
    aes.encrypt(nonce=NONCE, data=data, associated_data=None)  # finding: static-iv
from nacl.secret import SecretBox
def na(key, d):
    SecretBox(key).encrypt(d, b"0" * 24)  # finding: static-iv
    SecretBox(key).encrypt(d)
