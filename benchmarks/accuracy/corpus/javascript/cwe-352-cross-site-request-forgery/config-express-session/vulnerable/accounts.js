const emails = new Map();

exports.changeEmail = async (user, email) => emails.set(user, email);
