CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE entry (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	undoes INTEGER, 
	changes TEXT NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (number), 
	CONSTRAINT fk_entry_undoes_entry FOREIGN KEY(undoes) REFERENCES entry (number), 
	CONSTRAINT uq_entry_hash UNIQUE (hash)
);

CREATE TABLE outlet (
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_outlet PRIMARY KEY (number), 
	CONSTRAINT fk_outlet_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE outlet_alias (
	number INTEGER NOT NULL, 
	owner INTEGER NOT NULL, 
	alias VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_outlet_alias PRIMARY KEY (number), 
	CONSTRAINT fk_outlet_alias_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_outlet_alias_owner_outlet FOREIGN KEY(owner) REFERENCES outlet (number)
);

CREATE INDEX ix_outlet_alias_owner ON outlet_alias (owner);

CREATE INDEX ix_outlet_alias_key ON outlet_alias ("key");

CREATE TABLE speaker (
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_speaker PRIMARY KEY (number), 
	CONSTRAINT fk_speaker_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE speaker_alias (
	number INTEGER NOT NULL, 
	owner INTEGER NOT NULL, 
	alias VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_speaker_alias PRIMARY KEY (number), 
	CONSTRAINT fk_speaker_alias_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_speaker_alias_owner_speaker FOREIGN KEY(owner) REFERENCES speaker (number)
);

CREATE INDEX ix_speaker_alias_owner ON speaker_alias (owner);

CREATE INDEX ix_speaker_alias_key ON speaker_alias ("key");

CREATE TABLE document (
	number INTEGER NOT NULL, 
	identity VARCHAR NOT NULL, 
	outlet_number INTEGER NOT NULL, 
	url VARCHAR, 
	title VARCHAR, 
	published_on DATE, 
	language VARCHAR, 
	text TEXT, 
	sha256 VARCHAR, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_document PRIMARY KEY (number), 
	CONSTRAINT fk_document_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_document_identity UNIQUE (identity), 
	CONSTRAINT fk_document_outlet_number_outlet FOREIGN KEY(outlet_number) REFERENCES outlet (number)
);

CREATE TABLE statement (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	language VARCHAR NOT NULL, 
	outlet VARCHAR NOT NULL, 
	speaker VARCHAR, 
	relayed_from VARCHAR, 
	said_on DATE, 
	published_on DATE, 
	url VARCHAR, 
	document VARCHAR, 
	notes TEXT, 
	ref VARCHAR, 
	outlet_number INTEGER NOT NULL, 
	speaker_number INTEGER, 
	relay_number INTEGER, 
	document_number INTEGER, 
	start INTEGER, 
	"end" INTEGER, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_statement PRIMARY KEY (number), 
	CONSTRAINT fk_statement_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_statement_id UNIQUE (id), 
	CONSTRAINT fk_statement_outlet_number_outlet FOREIGN KEY(outlet_number) REFERENCES outlet (number), 
	CONSTRAINT fk_statement_speaker_number_speaker FOREIGN KEY(speaker_number) REFERENCES speaker (number), 
	CONSTRAINT fk_statement_relay_number_outlet FOREIGN KEY(relay_number) REFERENCES outlet (number), 
	CONSTRAINT fk_statement_document_number_document FOREIGN KEY(document_number) REFERENCES document (number)
);

CREATE INDEX ix_statement_outlet_number ON statement (outlet_number);

CREATE TABLE quantity (
	statement_number INTEGER NOT NULL, 
	reader INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	value FLOAT, 
	low FLOAT, 
	high FLOAT, 
	low_closed BOOLEAN NOT NULL, 
	high_closed BOOLEAN NOT NULL, 
	unit VARCHAR, 
	currency VARCHAR, 
	dimension VARCHAR NOT NULL, 
	comparator VARCHAR NOT NULL, 
	comparator_text VARCHAR, 
	change VARCHAR, 
	measure VARCHAR, 
	period VARCHAR, 
	role VARCHAR NOT NULL, 
	modality VARCHAR, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_quantity PRIMARY KEY (statement_number, reader, position), 
	CONSTRAINT fk_quantity_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_quantity_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number)
);

CREATE TABLE claim (
	number INTEGER NOT NULL, 
	wording TEXT NOT NULL, 
	"key" VARCHAR NOT NULL, 
	topic VARCHAR, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (number), 
	CONSTRAINT fk_claim_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_claim_key ON claim ("key");

CREATE TABLE filing (
	statement_number INTEGER NOT NULL, 
	claim_number INTEGER NOT NULL, 
	basis VARCHAR NOT NULL, 
	score FLOAT, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_filing PRIMARY KEY (statement_number), 
	CONSTRAINT fk_filing_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_filing_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number), 
	CONSTRAINT fk_filing_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number)
);

CREATE INDEX ix_filing_claim_number ON filing (claim_number);

CREATE TABLE question (
	number INTEGER NOT NULL, 
	statement_number INTEGER NOT NULL, 
	claim_number INTEGER NOT NULL, 
	score FLOAT NOT NULL, 
	state VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (number), 
	CONSTRAINT fk_question_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_question_statement_number_claim_number UNIQUE (statement_number, claim_number), 
	CONSTRAINT fk_question_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number), 
	CONSTRAINT fk_question_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number)
);

CREATE INDEX ix_question_claim_number ON question (claim_number);

CREATE TABLE "conflict" (
	number INTEGER NOT NULL, 
	claim_number INTEGER NOT NULL, 
	a_number INTEGER NOT NULL, 
	b_number INTEGER NOT NULL, 
	relation VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	explanation TEXT NOT NULL, 
	parts TEXT NOT NULL, 
	state VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_conflict PRIMARY KEY (number), 
	CONSTRAINT fk_conflict_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_conflict_a_number_b_number UNIQUE (a_number, b_number), 
	CONSTRAINT fk_conflict_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number), 
	CONSTRAINT fk_conflict_a_number_statement FOREIGN KEY(a_number) REFERENCES statement (number), 
	CONSTRAINT fk_conflict_b_number_statement FOREIGN KEY(b_number) REFERENCES statement (number)
);

CREATE INDEX ix_conflict_claim_number ON "conflict" (claim_number);

CREATE INDEX ix_conflict_b_number ON "conflict" (b_number);

CREATE INDEX ix_conflict_state ON "conflict" (state);

CREATE TABLE decision (
	number INTEGER NOT NULL, 
	conflict_number INTEGER, 
	question_number INTEGER, 
	statement_number INTEGER, 
	claim_number INTEGER, 
	answer VARCHAR NOT NULL, 
	reason VARCHAR, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	supersedes INTEGER, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (number), 
	CONSTRAINT fk_decision_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_decision_conflict_number_conflict FOREIGN KEY(conflict_number) REFERENCES "conflict" (number), 
	CONSTRAINT fk_decision_question_number_question FOREIGN KEY(question_number) REFERENCES question (number), 
	CONSTRAINT fk_decision_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number), 
	CONSTRAINT fk_decision_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number), 
	CONSTRAINT fk_decision_supersedes_decision FOREIGN KEY(supersedes) REFERENCES decision (number)
);

CREATE INDEX ix_decision_conflict_number ON decision (conflict_number);

CREATE TABLE proposal (
	number INTEGER NOT NULL, 
	document_number INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	speaker VARCHAR, 
	relayed_from VARCHAR, 
	relay_basis VARCHAR, 
	outlet VARCHAR NOT NULL, 
	said_on DATE, 
	said_on_basis VARCHAR, 
	score FLOAT NOT NULL, 
	reasons TEXT NOT NULL, 
	region VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	statement_number INTEGER, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, topic VARCHAR, 
	CONSTRAINT pk_proposal PRIMARY KEY (number), 
	CONSTRAINT fk_proposal_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_proposal_document_number_start_end UNIQUE (document_number, start, "end"), 
	CONSTRAINT fk_proposal_document_number_document FOREIGN KEY(document_number) REFERENCES document (number), 
	CONSTRAINT fk_proposal_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number)
);

CREATE INDEX ix_proposal_state ON proposal (state);

CREATE TABLE draft (
	number INTEGER NOT NULL, 
	actor VARCHAR NOT NULL, 
	content TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (number)
);

CREATE INDEX ix_draft_actor ON draft (actor);

CREATE TABLE posting (
	token VARCHAR NOT NULL, 
	first INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	documents BLOB NOT NULL, 
	CONSTRAINT pk_posting PRIMARY KEY (token, first)
);

CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'statement is never changed or deleted'); END;

CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement is never changed or deleted'); END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry is never changed or deleted'); END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decision is never changed or deleted'); END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decision is never changed or deleted'); END;

CREATE TABLE note (
	number INTEGER NOT NULL, 
	claim_number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (number), 
	CONSTRAINT fk_note_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number), 
	CONSTRAINT fk_note_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE link (
	number INTEGER NOT NULL, 
	a_number INTEGER NOT NULL, 
	b_number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (number), 
	CONSTRAINT fk_link_a_number_claim FOREIGN KEY(a_number) REFERENCES claim (number), 
	CONSTRAINT fk_link_b_number_claim FOREIGN KEY(b_number) REFERENCES claim (number), 
	CONSTRAINT fk_link_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE wording (
	number INTEGER NOT NULL, 
	claim_number INTEGER NOT NULL, 
	wording TEXT NOT NULL, 
	"key" VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_wording PRIMARY KEY (number), 
	CONSTRAINT fk_wording_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number), 
	CONSTRAINT fk_wording_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE assignment (
	number INTEGER NOT NULL, 
	conflict_number INTEGER NOT NULL, 
	assignee VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (number), 
	CONSTRAINT uq_assignment_conflict_number UNIQUE (conflict_number), 
	CONSTRAINT fk_assignment_conflict_number_conflict FOREIGN KEY(conflict_number) REFERENCES "conflict" (number), 
	CONSTRAINT fk_assignment_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE difference (
	number INTEGER NOT NULL, 
	decision_number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_difference PRIMARY KEY (number), 
	CONSTRAINT uq_difference_decision_number UNIQUE (decision_number), 
	CONSTRAINT fk_difference_decision_number_decision FOREIGN KEY(decision_number) REFERENCES decision (number), 
	CONSTRAINT fk_difference_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE vote (
	number INTEGER NOT NULL, 
	conflict_number INTEGER NOT NULL, 
	answer VARCHAR NOT NULL, 
	difference VARCHAR, 
	reason VARCHAR, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	state VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_vote PRIMARY KEY (number), 
	CONSTRAINT fk_vote_conflict_number_conflict FOREIGN KEY(conflict_number) REFERENCES "conflict" (number), 
	CONSTRAINT fk_vote_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE policy (
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_policy PRIMARY KEY (number), 
	CONSTRAINT uq_policy_name UNIQUE (name), 
	CONSTRAINT fk_policy_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE scale (
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	content TEXT NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_scale PRIMARY KEY (number), 
	CONSTRAINT fk_scale_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE verdict (
	number INTEGER NOT NULL, 
	identity VARCHAR NOT NULL, 
	claim_number INTEGER NOT NULL, 
	scale VARCHAR NOT NULL, 
	rating VARCHAR NOT NULL, 
	value VARCHAR, 
	best VARCHAR, 
	worst VARCHAR, 
	reason TEXT, 
	short VARCHAR, 
	url VARCHAR, 
	publisher VARCHAR, 
	published_on DATE, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_verdict PRIMARY KEY (number), 
	CONSTRAINT fk_verdict_claim_number_claim FOREIGN KEY(claim_number) REFERENCES claim (number), 
	CONSTRAINT fk_verdict_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE evidence (
	number INTEGER NOT NULL, 
	verdict_number INTEGER NOT NULL, 
	statement_number INTEGER, 
	document_number INTEGER, 
	url VARCHAR, 
	saved_as VARCHAR, 
	sha256 VARCHAR, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (number), 
	CONSTRAINT fk_evidence_verdict_number_verdict FOREIGN KEY(verdict_number) REFERENCES verdict (number), 
	CONSTRAINT fk_evidence_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number), 
	CONSTRAINT fk_evidence_document_number_document FOREIGN KEY(document_number) REFERENCES document (number), 
	CONSTRAINT fk_evidence_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE forecast (
	number INTEGER NOT NULL, 
	statement_number INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	outcome VARCHAR, 
	settled_by INTEGER, 
	reason VARCHAR, 
	live BOOLEAN NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_forecast PRIMARY KEY (number), 
	CONSTRAINT uq_forecast_statement_number UNIQUE (statement_number), 
	CONSTRAINT fk_forecast_statement_number_statement FOREIGN KEY(statement_number) REFERENCES statement (number), 
	CONSTRAINT fk_forecast_settled_by_statement FOREIGN KEY(settled_by) REFERENCES statement (number), 
	CONSTRAINT fk_forecast_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_note_claim_number ON note (claim_number);

CREATE INDEX ix_link_a_number ON link (a_number);

CREATE INDEX ix_link_b_number ON link (b_number);

CREATE INDEX ix_wording_claim_number ON wording (claim_number);

CREATE INDEX ix_wording_key ON wording ("key");

CREATE INDEX ix_vote_conflict_number ON vote (conflict_number);

CREATE INDEX ix_verdict_identity ON verdict (identity);

CREATE INDEX ix_verdict_claim_number ON verdict (claim_number);

CREATE INDEX ix_evidence_verdict_number ON evidence (verdict_number);

CREATE INDEX ix_forecast_due_on ON forecast (due_on);

CREATE TABLE reading (
	number INTEGER NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	reader INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_reading PRIMARY KEY (number), 
	CONSTRAINT fk_reading_first_statement FOREIGN KEY(first) REFERENCES statement (number), 
	CONSTRAINT fk_reading_last_statement FOREIGN KEY(last) REFERENCES statement (number), 
	CONSTRAINT fk_reading_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_statement_entry ON statement (entry);

CREATE TABLE evidence_copy (
	number INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	content TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	CONSTRAINT pk_evidence_copy PRIMARY KEY (number), 
	CONSTRAINT uq_evidence_copy_sha256 UNIQUE (sha256), 
	CONSTRAINT fk_evidence_copy_entry_entry FOREIGN KEY(entry) REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_statement_ref ON statement (ref) WHERE ref IS NOT NULL;

CREATE INDEX ix_statement_speaker_number ON statement (speaker_number) WHERE speaker_number IS NOT NULL;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry WHEN OLD.hash <> '' BEGIN SELECT RAISE(ABORT, 'entry is never changed or deleted'); END;

INSERT INTO alembic_version VALUES ('0008')
