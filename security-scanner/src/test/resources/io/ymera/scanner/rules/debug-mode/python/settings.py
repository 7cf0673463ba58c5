from fastapi import FastAPI
from flask import Flask

DEBUG = True  # finding: debug-mode
app = Flask(__name__)
app.run(debug=True)  # finding: debug-mode
app.run(debug=False)
app.debug = True  # finding: debug-mode
FastAPI(debug=True)  # finding: debug-mode
FastAPI()
