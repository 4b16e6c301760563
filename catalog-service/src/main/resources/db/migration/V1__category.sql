-- The controlled list of categories. Reference data: there on an empty site too.
CREATE TABLE category (
    key      text PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    parent   text REFERENCES category (key),
    synonyms text[] NOT NULL DEFAULT '{}',
    position int  NOT NULL UNIQUE
);

INSERT INTO category (key, name, parent, synonyms, position) VALUES
    ('developer-tools', 'Developer Tools', NULL, '{coding,developer-productivity,ide}', 1),
    ('models', 'Models', NULL, '{llm,language-models,weights}', 2),
    ('model-runtime', 'Model Runtime', 'models', '{local-models,inference}', 3),
    ('model-serving', 'Model Serving', 'models', '{serving,inference-server}', 4),
    ('fine-tuning', 'Fine-tuning', 'models', '{training,lora}', 5),
    ('app-builders', 'App Builders', NULL, '{llm-apps,low-code}', 6),
    ('automation', 'Automation', NULL, '{workflows}', 7),
    ('ai-clients', 'AI Clients', NULL, '{chat-clients}', 8),
    ('agents', 'Agents', NULL, '{ai-agents}', 9),
    ('design-creative', 'Design & Creative', NULL, '{image-generation,video,design}', 10),
    ('audio', 'Audio', NULL, '{voice,speech}', 11),
    ('research-analysis', 'Research & Analysis', NULL, '{search,research}', 12);
