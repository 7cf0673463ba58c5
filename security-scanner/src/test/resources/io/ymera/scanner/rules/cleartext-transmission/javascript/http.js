const axios = require('axios');
axios.post('http://api.shop.com/login', {}); // finding: cleartext-transmission
axios.post('https://api.shop.com/login', {});
axios.post('http://localhost:3000/login', {});
axios.post('http://users:3000/login', {});
