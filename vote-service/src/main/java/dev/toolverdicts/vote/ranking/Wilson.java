package dev.toolverdicts.vote.ranking;

/// The Wilson score interval of a share, 95 % two-sided: between which bounds the share of a whole crowd
/// likely lies when these few have spoken. To four decimals.
///
/// @param low from 0, at most the share
/// @param high at least the share, up to 1
public record Wilson(double low, double high) {

    private static final double Z = 1.96;

    /// The interval of `ships` among `votes`, which must be at least one.
    public static Wilson of(long ships, long votes) {
        if (votes < 1 || ships < 0 || ships > votes) {
            throw new IllegalArgumentException(ships + " of " + votes);
        }
        double share = (double) ships / votes;
        double scale = 1 + Z * Z / votes;
        double centre = (share + Z * Z / (2 * votes)) / scale;
        double margin = Z / scale * Math.sqrt(share * (1 - share) / votes + Z * Z / (4.0 * votes * votes));
        return new Wilson(fourDecimals(Math.max(0, centre - margin)), fourDecimals(Math.min(1, centre + margin)));
    }

    private static double fourDecimals(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
