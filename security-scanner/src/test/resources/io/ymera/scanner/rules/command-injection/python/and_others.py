import os, subprocess, pickle, yaml, logging, asyncio, shelve
from flask import Flask, request, redirect, session, render_template_string, send_file
import fabric, invoke, paramiko, asyncssh, sh, plumbum, pexpect, ansible_runner, docker, netmiko
import dill, joblib, torch, cloudpickle, jsonpickle, pandas, numpy, marshal
import requests, httpx, aiohttp, urllib3, pycurl, boto3
app = Flask(__name__)
@app.route("/x")
async def x():
    q = request.args["q"]
    # commands
    with fabric.Connection("h") as c:
        c.run("ls " + q)  # finding: command-injection
        c.sudo("ls " + q)  # finding: command-injection
        c.local("ls " + q)  # finding: command-injection
    invoke.run("ls " + q)  # finding: command-injection
    ssh = paramiko.SSHClient()
    ssh.exec_command("ls " + q)  # finding: command-injection
    async with asyncssh.connect("h") as conn:
        await conn.run("ls " + q)  # finding: command-injection
    await asyncio.create_subprocess_shell("ls " + q)  # finding: command-injection
    pexpect.spawn("ls " + q)  # finding: command-injection
    subprocess.Popen("ls " + q, shell=True)  # finding: command-injection
    subprocess.getoutput(f"ls {q}")  # finding: command-injection
    os.execl("/bin/sh", "sh", "-c", "ls " + q)  # finding: command-injection
    subprocess.run(["sh", "-c", "ls " + q])  # finding: command-injection
    subprocess.run(["bash", "-lc", f"ls {q}"])  # finding: command-injection
    subprocess.run(["ls", q])
    client = docker.from_env()
    client.containers.run("alpine", "sh -c " + q)  # finding: command-injection
    client.containers.get("x").exec_run("ls " + q)  # finding: command-injection
    loop = asyncio.get_event_loop()
    await loop.subprocess_shell(lambda: 1, "ls " + q)  # finding: command-injection
    subprocess.run(["ssh", "host", "ls " + q])  # finding: command-injection
    subprocess.run(["git", "clone", q])
    subprocess.run(["sudo", "sh", "-c", q])  # finding: command-injection
    os.spawnlp(os.P_WAIT, "sh", "sh", "-c", q)  # finding: command-injection
    # code
    eval(q)  # finding: code-injection
    exec(compile(q, "x", "exec"))  # finding: code-injection
    logging.config.dictConfig(request.json)  # finding: code-injection
    logging.config.fileConfig(q)  # finding: code-injection
    __import__(q)  # finding: unsafe-reflection
    getattr(os, q)()  # finding: unsafe-reflection
    pandas.DataFrame().query(q)  # finding: code-injection
    df = pandas.read_csv("x")
    df.eval(q)  # finding: code-injection
    numexpr.evaluate(q)  # finding: code-injection
    sympy.sympify(q)  # finding: code-injection
    asteval.Interpreter()(q)
    # deserialization
    pickle.loads(request.data)  # finding: deserialization
    dill.loads(request.data)  # finding: deserialization
    cloudpickle.loads(request.data)  # finding: deserialization
    joblib.load(request.files["f"])  # finding: deserialization
    torch.load(request.files["f"])  # finding: deserialization
    torch.load(request.files["f"], weights_only=True)
    jsonpickle.decode(q)  # finding: deserialization
    yaml.load(request.data, Loader=yaml.Loader)  # finding: deserialization
    yaml.load(request.data, Loader=yaml.FullLoader)
    yaml.safe_load(request.data)
    yaml.unsafe_load(request.data)  # finding: deserialization
    marshal.loads(request.data)  # finding: deserialization
    numpy.load(request.files["f"], allow_pickle=True)  # finding: deserialization
    pandas.read_pickle(request.files["f"])  # finding: deserialization
    pickle.load(request.files["f"].stream)  # finding: deserialization
    pickle.Unpickler(request.stream).load()  # finding: deserialization
    D = {"p": pickle.loads, "j": 1}
    D["p"](request.data)  # finding: deserialization
    # redirects
    redirect(q)  # finding: open-redirect
    # ssrf
    requests.get(q)  # finding: ssrf
    httpx.AsyncClient().get(q)  # finding: ssrf
    async with httpx.AsyncClient() as hc:
        await hc.post(q)  # finding: ssrf
    async with aiohttp.ClientSession() as s:
        async with s.get(q) as r:  # finding: ssrf
            pass
        await s.request("GET", q)  # finding: ssrf
    urllib3.PoolManager().request("GET", q)  # finding: ssrf
    requests.get(f"https://{q}.example.com/x")  # finding: ssrf
    requests.get(f"https://api.example.com/{q}")
    requests.get("http://" + q + "/x")  # finding: ssrf
    requests.Session().get(url=q)  # finding: ssrf
    requests.request(method="GET", url=q)  # finding: ssrf
    c = pycurl.Curl()
    c.setopt(pycurl.URL, q)  # finding: ssrf
    c.setopt(c.URL, q)  # finding: ssrf
    import urllib.request
    urllib.request.urlopen(urllib.request.Request(q))  # finding: ssrf
    urllib.request.build_opener().open(q)  # finding: ssrf
    tornado.httpclient.AsyncHTTPClient().fetch(q)  # finding: ssrf
    http.client.HTTPSConnection(q)  # finding: ssrf
    asyncio.open_connection(q, 80)  # finding: ssrf
    socket.create_connection((q, 80))  # finding: ssrf
    boto3.client("s3", endpoint_url=q)  # finding: ssrf
    async with httpx.AsyncClient(base_url=q) as b:  # finding: ssrf
        await b.get("/x")
    requests.get("https://x.example/", proxies={"https": q})  # finding: ssrf
    websockets.connect(q)  # finding: ssrf
    aiohttp.ClientSession(q)  # finding: ssrf
    feedparser.parse(q)  # finding: ssrf
    xmlrpc.client.ServerProxy(q)  # finding: ssrf
    smtplib.SMTP(q)  # finding: ssrf
    pandas.read_csv(q)  # finding: path-traversal
    # paths
    open(q)  # finding: path-traversal
    open(os.path.join("/srv", q))  # finding: path-traversal
    pathlib.Path("/srv", q).read_text()  # finding: path-traversal
    (pathlib.Path("/srv") / q).read_bytes()  # finding: path-traversal
    send_file(q)  # finding: path-traversal
    shutil.rmtree(q)  # finding: path-traversal
    os.remove("/srv/" + q)  # finding: path-traversal
    request.files["f"].save("/srv/" + request.files["f"].filename)  # finding: path-traversal
    zipfile.ZipFile(q)  # finding: path-traversal
    aiofiles.open(q)  # finding: path-traversal
    os.listdir(q)  # finding: path-traversal
    tarfile.open("x").extractall("/srv")  # finding: path-traversal
    zipfile.ZipFile("x").extractall("/srv")
    FileSystemStorage().save(request.files["f"].filename, b"")  # finding: path-traversal
    anyio.Path(q).read_text()  # finding: path-traversal
    # template
    render_template_string("Hi " + q)  # finding: template-injection
    jinja2.Template(q).render()  # finding: template-injection
    jinja2.Environment().from_string(q)  # finding: autoescape-disabled, template-injection
    mako.template.Template(q)  # finding: template-injection
    render_template_string("Hi {{ q }}", q=q)
    "{0.a}".format(q)
    q.format(os)  # finding: format-string
    # xml
    lxml.etree.fromstring(request.data)  # finding: xxe
    lxml.etree.fromstring(request.data, lxml.etree.XMLParser(resolve_entities=False))
    tree.xpath("//a[@b='" + q + "']")  # finding: xpath-injection
    tree.xpath("//a[@b=$b]", b=q)
    # ldap
    ldap3.Connection(s).search("dc=a", "(uid=" + q + ")")  # finding: ldap-injection
    # logs
    logging.info("x " + q)  # finding: log-injection
    logging.info("x %s", q)  # finding: log-injection
    logging.info("x %r", q)
    logging.info(f"x {q!r}")
    # regex
    re.search(q, "x")  # finding: regex-injection
    # session
    session["user"] = q  # finding: trust-boundary
    # size
    # mail
    m = email.message.EmailMessage()
    return ""
