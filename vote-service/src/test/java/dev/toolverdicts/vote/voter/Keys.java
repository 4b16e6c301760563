package dev.toolverdicts.vote.voter;

/// Keys of two different secrets.
public final class Keys {

    public static final VoterKeys ONE =
            new VoterKeys(new VoterSettings("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
    static final VoterKeys OTHER = new VoterKeys(new VoterSettings("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="));

    private Keys() {}
}
