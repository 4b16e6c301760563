package dev.toolverdicts.vote.ranking;

/// A symmetric positive definite matrix as the product of a lower triangle with its transpose.
final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// @throws IllegalArgumentException when the matrix is not positive definite
    static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int row = 0; row < size; row++) {
            lower[row] = new double[row + 1];
            for (int column = 0; column < row; column++) {
                lower[row][column] =
                        (matrix[row][column] - product(lower, row, column, column)) / lower[column][column];
            }
            double left = matrix[row][row] - product(lower, row, row, row);
            if (!(left > 0)) {
                throw new IllegalArgumentException("not positive definite at " + row + ": " + left);
            }
            lower[row][row] = Math.sqrt(left);
        }
        return new Cholesky(lower);
    }

    private static double product(double[][] lower, int one, int other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += lower[one][i] * lower[other][i];
        }
        return sum;
    }

    /// What the matrix has to be multiplied with to give this.
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < row; i++) {
                x[row] -= lower[row][i] * x[i];
            }
            x[row] /= lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            for (int i = row + 1; i < x.length; i++) {
                x[row] -= lower[i][row] * x[i];
            }
            x[row] /= lower[row][row];
        }
        return x;
    }

    double[][] inverse() {
        double[][] inverse = new double[lower.length][];
        for (int column = 0; column < inverse.length; column++) {
            double[] unit = new double[inverse.length];
            unit[column] = 1;
            inverse[column] = solve(unit);
        }
        return inverse;
    }
}
