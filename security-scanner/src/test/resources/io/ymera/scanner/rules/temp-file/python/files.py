import tempfile

tempfile.mktemp()  # finding: temp-file
tempfile.mkstemp()
open("/tmp/report.csv", "w")  # finding: temp-file
open("/tmp/report.csv")
with tempfile.NamedTemporaryFile() as f:
    f.write(b"x")
