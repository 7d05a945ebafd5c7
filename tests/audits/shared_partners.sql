-- KAIST had a part in seven teams, more than anyone: it led one and was an official member of all.
SELECT team_count = 7 AND member_count = 7 AND lead_count = 1
    AND member_team_ids = 'kaist;konan-technology;motif-technologies;naver-cloud;nc-ai;sk-telecom;upstage'
FROM shared_partners WHERE organisation_id = 'kaist';

-- Seoul National University sat with KT, Motif, Naver Cloud, NC AI and SK Telecom.
SELECT member_team_ids = 'kt;motif-technologies;naver-cloud;nc-ai;sk-telecom' AND other_team_ids IS NULL
FROM shared_partners WHERE organisation_id = 'seoul-national-university';

-- Rebellions is a member of SK Telecom's team and was a chip supplier outside the list of KT's at the same time.
SELECT member_team_ids = 'sk-telecom' AND other_team_ids = 'kt' AND teams_at_once = 2
    AND member_count = 1 AND other_count = 1
FROM shared_partners WHERE organisation_id = 'rebellions';

-- Mathpresso and Crowdworks sat with KT in 2025 and with Motif in 2026, never with both at a time.
SELECT count(*) = 2 AND bool_and(member_team_ids = 'kt;motif-technologies' AND teams_at_once = 1)
FROM shared_partners WHERE organisation_id IN ('mathpresso', 'crowdworks');

-- Trillion Labs was in Lunit's consortium in 2025 and led one of its own in 2026.
SELECT member_team_names_en = 'Lunit team; Trillion Labs team' AND lead_count = 1 AND teams_at_once = 1
FROM shared_partners WHERE organisation_id = 'trillion-labs';

-- New York University is named by two teams and is an official member of neither.
SELECT member_count = 0 AND member_team_ids IS NULL AND other_team_ids = 'sk-telecom;upstage'
FROM shared_partners WHERE organisation_id = 'new-york-university';

-- Moreh and Motif itself stand in both line-ups of one team: that is one table.
SELECT count(*) > 0 AND count(*) FILTER (organisation_id IN ('moreh', 'motif-technologies')) = 0
FROM shared_partners;

-- as of 2025-08-05: Korea University had sat at four tables at once; those of KT and Konan were over.
SELECT team_count = 4 AND teams_at_once = 4 AND current_count = 2
FROM shared_partners WHERE organisation_id = 'korea-university';

-- as of 2026-08-19: with Motif out, KAIST was left with SK Telecom and Upstage.
SELECT current_count = 2 FROM shared_partners WHERE organisation_id = 'kaist';
