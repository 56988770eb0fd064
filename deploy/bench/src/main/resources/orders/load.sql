-- Work orders as a county has them after years, opened one after the other: leads as different in size as departments are,
-- a township that assists in six of ten, nine of ten closed, and texts put together from what people say about what, where
-- and since when. The same number gives the same order whenever it is asked for. $1 and $2: the first and the last number.
with said as (
    select n,
           ('{JX01,JX02,JX03,JX04,JX05,JX06,JX07,JX08,JX09,JX10,JX11,JX12,JX13,JX14,JX15,JX16,JX17,JX18,JX19,JX20,JX21,JX22,JX23,JX24,JX25,JX26,JX27}'::text[])
               [1 + floor(27 * power(h1, 1.8))::int] as lead,
           101 + floor(13 * h2)::int as township,
           1 + floor(41 * h3)::int as village,
           ('{GS02,GS01,WY01,WY03,JT02,JT05,HJ01,HJ04,NY03,JY01,YL02,SH04}'::text[])[1 + floor(12 * h4)::int] as category,
           case when h5 < 0.890 then 'CLOSED' when h5 < 0.900 then 'NOT_ACCEPTED' when h5 < 0.905 then 'WITHDRAWN'
                when h5 < 0.950 then 'IN_PROGRESS' when h5 < 0.957 then 'AWAITING_SIGN' when h5 < 0.967 then 'REPLY_REVIEW'
                when h5 < 0.969 then 'RETURN_REVIEW' when h5 < 0.970 then 'ARBITRATION' when h5 < 0.995 then 'FOLLOW_UP'
                else 'AWAITING_DISPATCH' end as state,
           timestamptz '2021-01-01' + n * interval '150 seconds' as opened_at,
           ('{路灯,自来水水压,下水道,垃圾桶,电梯,小区大门,村口道路,灌溉机井,高压线杆,公交站牌,学校门口斑马线,卫生室,养老补贴,低保申请,宅基地确权,秸秆堆放,河道淤泥,健身器材,充电桩,物业费}'::text[])
               [1 + floor(20 * h6)::int] as matter,
           ('{坏了没人修,一直没有解决,影响大家出行,味道很大,夜里看不清路,下雨就积水,孩子上学不安全,老人反映了好几次,希望尽快处理,收费不合理,没有公示,占了半边路,经常停用,压力太小二楼上不去,请派人来看看}'::text[])
               [1 + floor(15 * h7)::int] as trouble,
           ('{三年前,去年冬天,上个月,十多天了,每到雨季,从春节以后,集市那天,麦收时节}'::text[])[1 + floor(8 * h8)::int] as since_when,
           ('{东头,西头,南边,北边,学校旁,卫生室门前,老槐树下,桥头,集市口,大队部后面}'::text[])[1 + floor(10 * h9)::int] as spot,
           ('{张,王,李,赵,刘,陈,杨,孙,周,马}'::text[])[1 + floor(10 * h10)::int] ||
               ('{家庄,楼,集,桥,堂,寨,营,屯,庙,坑}'::text[])[1 + floor(10 * h11)::int] as place,
           h12
    from generate_series($1::bigint, $2::bigint) n
        cross join lateral (
            select get_byte(b, 0) / 256.0 + get_byte(b, 16) / 65536.0 as h1, get_byte(b, 1) / 256.0 as h2,
                   get_byte(b, 2) / 256.0 as h3, get_byte(b, 3) / 256.0 as h4,
                   get_byte(b, 4) / 256.0 + get_byte(b, 17) / 65536.0 as h5, get_byte(b, 5) / 256.0 as h6,
                   get_byte(b, 6) / 256.0 as h7, get_byte(b, 7) / 256.0 as h8, get_byte(b, 8) / 256.0 as h9,
                   get_byte(b, 9) / 256.0 as h10, get_byte(b, 10) / 256.0 as h11, get_byte(b, 11) / 256.0 as h12
            from sha256(n::text::bytea) b) hash
)
insert into work_order (
    id, number, request_id, grid_code, category_code, urgency, text, anonymous, citizen_name, citizen_phone, team_code,
    visited_at, confidential, imported, opened_at, state, version, round, dispatches, returns, ruled, lead, assisting,
    rule_id, catalogue_version, clause, dispatched_at, signed_at, result_code, reply_text, replied_at, accepted_at, closed_at, channel)
select uuidv7(), 'GD' || to_char(opened_at, 'YYYYMMDD') || '-' || lpad(n::text, 7, '0'), gen_random_uuid(),
       '370828' || township || lpad(village::text, 3, '0') || '001', category, 'NORMAL',
       place || '村' || spot || '的' || matter || trouble || '，' || since_when || '就有人说过，村民希望' ||
           case when h12 < 0.5 then '相关部门给个准话' else '早点有人来现场看看' end || '，编号' || n || '。',
       false, '王**', '138****5678', 'MQ-' || township || lpad(village::text, 3, '0') || '001', opened_at, false, false,
       opened_at, state, 3, 1, case state when 'AWAITING_DISPATCH' then 0 else 1 end, 0, false,
       case state when 'AWAITING_DISPATCH' then null else lead end,
       case state when 'AWAITING_DISPATCH' then null
            else case when h12 < 0.6 then array ['370828' || township] else '{}' end end,
       case state when 'AWAITING_DISPATCH' then null else gen_random_uuid() end,
       case state when 'AWAITING_DISPATCH' then null else 1 end,
       case state when 'AWAITING_DISPATCH' then null else '权责清单第' || village || '条' end,
       case state when 'AWAITING_DISPATCH' then null else opened_at + interval '1 minute' end,
       case when state in ('AWAITING_DISPATCH', 'AWAITING_SIGN') then null else opened_at + interval '30 minutes' end,
       case when state in ('CLOSED', 'FOLLOW_UP', 'REPLY_REVIEW') then 'SOLVED' end,
       case when state in ('CLOSED', 'FOLLOW_UP', 'REPLY_REVIEW')
           then '已安排人员到' || place || '村现场查看，' || matter || '问题处理完毕，并向群众当面说明。' end,
       case when state in ('CLOSED', 'FOLLOW_UP', 'REPLY_REVIEW') then opened_at + interval '1 day' end,
       case when state in ('CLOSED', 'FOLLOW_UP') then opened_at + interval '25 hours' end,
       case when state = 'CLOSED' then opened_at + interval '3 days' end, 'WALK'
from said
