exports.z = 1;
// never loaded
