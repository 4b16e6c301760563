package dev.toolverdicts.system.faults;

import static java.util.Comparator.comparingInt;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came back.
///
/// @param status 0 for nothing
/// @param problem the name of the problem, if it told of one
record Answer(int status, String problem) implements Comparable<Answer> {

    static final Answer NONE = new Answer(0, "");

    private static final Pattern TYPE = Pattern.compile("/problems/([a-z-]+)");

    static Answer of(HttpResponse<String> answer) {
        Matcher type = TYPE.matcher(answer.statusCode() < 400 ? "" : answer.body());
        return new Answer(answer.statusCode(), type.find() ? type.group(1) : "");
    }

    @Override
    public int compareTo(Answer other) {
        return comparingInt(Answer::status).thenComparing(Answer::problem).compare(this, other);
    }

    @Override
    public String toString() {
        return (status + " " + problem).strip();
    }
}
