package dev.toolverdicts.review.review;

import java.time.Instant;
import java.util.List;

/// Every text of a current review in the API, the latest first.
record ReviewHistory(
        ToolReviews.ToolLabel tool, ReviewView.CriticLabel critic, List<Revision> revisions, Instant asOf) {}
