import { connect, MqttClient } from 'mqtt';
import { readFileSync } from 'node:fs';
import type { PeerCertificate } from 'node:tls';
import { checkServerIdentity } from 'node:tls';

export class Telemetry {
  private client?: MqttClient;

  private identity = (host: string, cert: PeerCertificate): Error | undefined => checkServerIdentity(host, cert);

  open(): void {
    this.client = connect('mqtts://broker.example.com:8883', {
      ca: readFileSync('/etc/ssl/certs/ca-certificates.crt'),
      checkServerIdentity: this.identity,
      username: process.env.MQTT_USER,
      password: process.env.MQTT_PASSWORD,
    } as any);
  }

  send(topic: string, value: number): void {
    this.client?.publish(topic, String(value));
  }
}
