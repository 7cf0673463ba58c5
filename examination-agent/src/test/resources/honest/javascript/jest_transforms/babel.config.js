module.exports = (api) => {
  api.cache(true);
  return { plugins: [require.resolve('@babel/plugin-syntax-jsx')] };
};
