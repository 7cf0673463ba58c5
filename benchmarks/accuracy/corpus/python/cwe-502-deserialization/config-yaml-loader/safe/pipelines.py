import yaml
from fastapi import FastAPI, HTTPException, UploadFile

app = FastAPI()


@app.post("/pipelines")
async def create(definition: UploadFile):
    text = (await definition.read()).decode()
    try:
        document = yaml.load(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as problem:
        raise HTTPException(400, "not YAML") from problem
    steps = document.get("steps", [])
    return {"name": document.get("name"), "steps": len(steps)}
