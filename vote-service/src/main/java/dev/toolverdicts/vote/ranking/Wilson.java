package dev.toolverdicts.vote.ranking;

/// The Wilson score interval of a share: between which bounds the share of a whole crowd likely lies when these few
/// have spoken. To four decimals.
///
/// @param low from 0, at most the share
/// @param high at least the share, up to 1
public record Wilson(double low, double high) {

    /// The interval of `ships` among `votes`, which must be at least one.
    ///
    /// @param z how sure it is, see [RankingSettings#z]
    public static Wilson of(long ships, long votes, double z) {
        if (votes < 1 || ships < 0 || ships > votes) {
            throw new IllegalArgumentException(ships + " of " + votes);
        }
        double share = (double) ships / votes;
        double scale = 1 + z * z / votes;
        double centre = (share + z * z / (2 * votes)) / scale;
        double margin = z / scale * Math.sqrt(share * (1 - share) / votes + z * z / (4.0 * votes * votes));
        return new Wilson(
                Share.fourDecimals(Math.max(0, centre - margin)), Share.fourDecimals(Math.min(1, centre + margin)));
    }
}
