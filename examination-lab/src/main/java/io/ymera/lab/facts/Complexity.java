package io.ymera.lab.facts;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Cyclomatic complexity (McCabe 1976) as Checkstyle counts it: 1, and 1 for each {@code if}, {@code for}, {@code while},
 * {@code do}, {@code case} (not {@code default}), {@code when}, {@code catch}, {@code ?:}, {@code &&} and {@code ||}. What is in
 * a lambda belongs to the method around it; what is in a class in a method belongs to that class's methods.
 */
final class Complexity extends TreeScanner<@Nullable Void, @Nullable Void> {

    private int count = 1;

    private Complexity() {}

    static int of(MethodTree method) {
        Complexity complexity = new Complexity();
        complexity.scan(method.getBody(), null);
        return complexity.count;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void none) {
        count++;
        return super.visitIf(tree, null);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void none) {
        count++;
        return super.visitForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
        count++;
        return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void none) {
        count++;
        return super.visitWhileLoop(tree, null);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void none) {
        count++;
        return super.visitDoWhileLoop(tree, null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
        boolean otherwise = tree.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
        count += otherwise ? 0 : 1;
        count += tree.getGuard() == null ? 0 : 1;
        return super.visitCase(tree, null);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void none) {
        count++;
        return super.visitCatch(tree, null);
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void none) {
        count++;
        return super.visitConditionalExpression(tree, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
        boolean branches = tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
        count += branches ? 1 : 0;
        return super.visitBinary(tree, null);
    }
}
