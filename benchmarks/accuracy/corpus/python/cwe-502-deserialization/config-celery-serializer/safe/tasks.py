from celery import Celery
from kombu import Queue

app = Celery("media", broker="amqp://queue.example.org//")
app.conf.update(
    task_queues=[Queue("media"), Queue("public-uploads")],
    task_serializer="json",
    accept_content=["json"],
    result_serializer="json",
    timezone="UTC",
)


@app.task
def resize(path, width):
    return {"path": path, "width": int(width)}
