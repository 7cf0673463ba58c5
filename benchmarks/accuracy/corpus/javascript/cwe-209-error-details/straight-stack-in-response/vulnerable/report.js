exports.report = async (month) => require('./data.json')[month].rows;
