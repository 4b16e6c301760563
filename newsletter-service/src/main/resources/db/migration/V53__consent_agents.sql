-- The name of the gateway's own client was kept where the reader's program had named nothing.
UPDATE consent SET user_agent = NULL WHERE user_agent LIKE 'ReactorNetty/%';
