-- Every copy asks once a second which tools are taken down: few rows of a wide table.
CREATE INDEX tool_card_taken_down ON tool_card (tool_id) WHERE taken_down IS NOT NULL;
