module.exports = { orderDocument: () => '<order/>' };
