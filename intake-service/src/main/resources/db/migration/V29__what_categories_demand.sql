-- What a category demands beside words: 现场照片, a photo of whatever is settled on the spot; 现场核验, that a department's
-- reply says how it was checked on the spot.
alter table category
    add column photo_required         boolean not null default false,
    add column on_spot_check_required boolean not null default false;
