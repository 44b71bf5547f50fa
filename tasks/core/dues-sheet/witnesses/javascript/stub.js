module.exports = { duesRow: (member, remark, amount) => ',,\r\n' };
