-- In how many minutes of a month visitors opened the comparison of two tools. Nothing of the visitors is kept.
CREATE TABLE comparison_opened (
    tool_a  uuid   NOT NULL,
    tool_b  uuid   NOT NULL,
    month   date   NOT NULL,
    minutes bigint NOT NULL,
    PRIMARY KEY (tool_a, tool_b, month),
    CHECK (tool_a < tool_b)
);

CREATE INDEX comparison_opened_by_other ON comparison_opened (tool_b);
CREATE INDEX comparison_opened_by_month ON comparison_opened (month);
