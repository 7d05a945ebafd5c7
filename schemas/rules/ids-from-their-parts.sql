-- Where an id is made of the ids of its row, it says what they say.
-- en: the id must be {wanted}, as its parts say
-- ko: 구성 요소에 따르면 id는 {wanted}이어야 합니다
WITH ids AS (
    SELECT 'results' AS table_name, result_id AS row_id, 'result_id' AS column_name,
           round_id || '/' || team_id AS wanted
    FROM record.results
    UNION ALL SELECT 'scores', score_id, 'score_id',
           criterion_id || '/' || CASE statistic WHEN 'team' THEN team_id ELSE statistic END
    FROM record.scores
    UNION ALL SELECT 'partners', partner_id, 'partner_id', team_id || '/' || entry_round_id || '/' || organisation_id
    FROM record.partners
    UNION ALL SELECT 'modalities', modality_id, 'modality_id', model_id || '/' || direction || '/' || modality
    FROM record.modalities
    UNION ALL SELECT 'event_teams', event_team_id, 'event_team_id', event_id || '/' || team_id
    FROM record.event_teams
    UNION ALL SELECT 'levels', level_id, 'level_id',
           indicator_id || '/' || CASE WHEN is_not_applicable THEN 'not-applicable' ELSE CAST(level AS VARCHAR) END
    FROM record.levels
    UNION ALL SELECT 'scheme_weights', scheme_weight_id, 'scheme_weight_id',
           scheme_id || '/' || coalesce(dimension_id, indicator_id)
    FROM record.scheme_weights
    UNION ALL SELECT 'submissions', submission_id, 'submission_id', round_id || '/' || team_id || '/' || model_id
    FROM record.submissions
    UNION ALL SELECT 'repositories', repository_id, 'repository_id', host || '/' || lower(name)
    FROM record.repositories
    UNION ALL SELECT 'identifiers', identifier_id, 'identifier_id',
           organisation_id || '/' || scheme || '/' || lower(replace(value, 'KRX:', ''))
    FROM record.identifiers
)
SELECT table_name, row_id, column_name, wanted
FROM ids
WHERE row_id <> wanted
ORDER BY table_name, row_id
