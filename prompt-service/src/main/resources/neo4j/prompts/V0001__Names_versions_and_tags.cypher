CREATE CONSTRAINT prompt_name IF NOT EXISTS FOR (p:Prompt) REQUIRE p.name IS UNIQUE;
CREATE CONSTRAINT prompt_version IF NOT EXISTS FOR (v:PromptVersion) REQUIRE (v.name, v.version) IS UNIQUE;
CREATE CONSTRAINT tag_name IF NOT EXISTS FOR (t:Tag) REQUIRE t.name IS UNIQUE;
CREATE FULLTEXT INDEX prompt_words IF NOT EXISTS FOR (v:PromptVersion) ON EACH [v.name, v.text];
