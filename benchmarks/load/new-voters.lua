-- Votes for wrk: every request is the vote of a voter who has no cookie yet, all on the tool of the URL.
wrk.method = "PUT"
wrk.body = '{"choice":"ship"}'
wrk.headers["Content-Type"] = "application/json"
