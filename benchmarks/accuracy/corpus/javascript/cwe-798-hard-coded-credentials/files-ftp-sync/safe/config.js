const env = process.env;

module.exports = {
  source: env.CATALOG_DIR || './out/catalog',
  ftp: {
    host: env.FTP_HOST || 'upload.bigmarket.example',
    user: env.FTP_USER || 'vendor-4711',
    password: Buffer.from(env.FTP_PASSWORD_B64 || '', 'base64').toString(),
    folder: '/incoming/catalog',
  },
};
