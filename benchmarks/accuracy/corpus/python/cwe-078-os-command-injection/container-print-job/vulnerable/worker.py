#!/usr/bin/env python
import json
import os
import logging

import pika

logging.basicConfig(level=logging.INFO)
LOG = logging.getLogger('printworker')

PRINTERS = {
    'front': 'HP_LaserJet_Front',
    'warehouse': 'Zebra_ZT230',
}


def build_job(message):
    job = {
        'requested': message.get('printer', 'front'),
        'printer': PRINTERS.get(message.get('printer'), PRINTERS['front']),
        'copies': max(1, min(int(message.get('copies', 1)), 20)),
        'document': int(message['document_id']),
    }
    return job


def submit(job):
    target = job['requested']
    cmd = 'lp -d %s -n %d /var/spool/docs/%d.pdf' % (target, job['copies'], job['document'])
    with os.popen(cmd) as pipe:
        LOG.info('lp said %r', pipe.read())


def on_message(channel, method, properties, body):
    try:
        submit(build_job(json.loads(body)))
    except (ValueError, KeyError) as exc:
        LOG.warning('rejected job: %r', exc)
        channel.basic_reject(method.delivery_tag, requeue=False)
        return
    channel.basic_ack(method.delivery_tag)


def main():
    conn = pika.BlockingConnection(pika.URLParameters(os.environ['AMQP_URL']))
    channel = conn.channel()
    channel.queue_declare('print-jobs', durable=True)
    channel.basic_qos(prefetch_count=1)
    channel.basic_consume('print-jobs', on_message)
    channel.start_consuming()


if __name__ == '__main__':
    main()
