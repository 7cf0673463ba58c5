const env = process.env;

module.exports = {
  source: env.CATALOG_DIR || './out/catalog',
  ftp: {
    host: env.FTP_HOST || 'upload.bigmarket.example',
    user: env.FTP_USER || 'vendor-4711',
    password: Buffer.from('S29yYi1IZXJic3QtMjAyMw==', 'base64').toString(),
    folder: '/incoming/catalog',
  },
};
