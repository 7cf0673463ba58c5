class Provider {
  constructor(request) {
    this.account = request.query.account;
    this.endpoint = request.query.endpoint;
  }

  url() {
    return new URL('/v1/accounts/' + encodeURIComponent(this.account), this.base());
  }
}

class HostedProvider extends Provider {
  base() {
    return 'https://billing.example.com';
  }
}

class CustomProvider extends Provider {
  base() {
    return this.endpoint;
  }
}

module.exports = { CustomProvider, HostedProvider };
