package dev.toolverdicts.review.critic;

/// Told, in the transaction of the change, that a critic came, moved, or goes by another name: what panels show of
/// their critics has changed.
public interface PanelRelabelled {

    void relabelled();
}
