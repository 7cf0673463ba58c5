import subprocess


class Notifier:
    program = "notify-send"

    def send(self, subject, body):
        return self.deliver(subject.strip(), body)

    def deliver(self, subject, body):
        raise NotImplementedError


class DesktopNotifier(Notifier):
    def deliver(self, subject, body):
        return subprocess.run([self.program, "--", subject, body], check=False)


class MailNotifier(Notifier):
    program = "mail"

    def deliver(self, subject, body):
        return subprocess.run(f'{self.program} -s "{subject}" ops@example.org', input=body, shell=True, text=True)
