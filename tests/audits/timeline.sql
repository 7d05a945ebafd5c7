-- The story opens with the plan of 20 February 2025 to pick an AI national team.
SELECT event_id = 'ev-20250220-world-best-llm-plan' FROM timeline LIMIT 1;

-- It is told in order.
SELECT bool_and(later) FROM (SELECT coalesce(occurred_on >= lag(occurred_on) OVER (), true) AS later FROM timeline);

-- The result of the first evaluation concerns the five teams that stood in it.
SELECT occurred_on = DATE '2026-01-15' AND kind = 'result' AND round_name_en = 'First stage evaluation'
    AND team_ids = 'lg-ai-research;naver-cloud;nc-ai;sk-telecom;upstage'
FROM timeline WHERE event_id = 'ev-20260115-r1-result';

-- Names of teams come along in both languages and in the same order.
SELECT team_names_en = 'Motif Technologies team, Trillion Labs team' AND team_names_ko LIKE '모티프테크놀로지스%, 트릴리온랩스%'
FROM timeline WHERE event_id = 'ev-20260212-two-applicants';

-- The allegation against Upstage of 1 January 2026 was answered twice: by a public verification and by an apology.
SELECT team_ids = 'sionic-ai;upstage'
    AND answered_by_event_ids = 'ev-20260102-upstage-verification;ev-20260104-sionic-apology'
FROM timeline WHERE event_id = 'ev-20260101-glm-allegation';

-- Upstage's verification of 2 January tells what it answers, in both languages.
SELECT answers_event_id = 'ev-20260101-glm-allegation' AND answers_title_en LIKE '%Solar Open 100B%'
    AND answers_title_ko LIKE '%Solar Open 100B%주장'
FROM timeline WHERE event_id = 'ev-20260102-upstage-verification';

-- The ministry answered the press on 20 August 2026 with the winner of each item.
SELECT occurred_on = DATE '2026-08-20' AND answers_event_id = 'ev-20260819-scores-demanded'
FROM timeline WHERE event_id = 'ev-20260820-scores-disclosed';

-- as of 2026-01-01: the allegation of that day had no answer yet.
SELECT answered_by_event_ids IS NULL FROM timeline WHERE event_id = 'ev-20260101-glm-allegation';

-- as of 2025-07-22: the deadline with fifteen teams is the latest event.
SELECT max(occurred_on) = DATE '2025-07-21' AND bool_or(event_id = 'ev-20250721-deadline-15-teams') FROM timeline;
