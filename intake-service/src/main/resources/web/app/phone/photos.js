import { isoTime } from '../pages/time.js';
import { t } from '../pages/language.js';
import { keepPhoto } from './store.js';

/** 照片. Shrunk on the phone, with time, grid and place written into them; nothing else of the camera's stays. */
export const MOST_PHOTOS = 6;

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/** @return the id of the photo that is kept now */
export async function takePhoto(file, visit, requestId) {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = shrunk(image);
  image.close();
  mark(canvas, visit);
  const blob = await new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', QUALITY);
  });
  const photo = { id: crypto.randomUUID(), recordId: visit.id, requestId, blob, takenAt: isoTime(), uploaded: false };
  await keepPhoto(photo);
  return photo.id;
}

function shrunk(image) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** White on a dark band, so that it is read on snow and at night. */
function mark(canvas, visit) {
  const lines = [t('photo.mark', { time: isoTime().slice(0, 16).replace('T', ' '), grid: visit.gridName })];
  if (visit.place) {
    lines.push(visit.place);
  }
  const size = Math.max(12, Math.round(canvas.width / 32));
  const high = lines.length * size * 1.5 + size;
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'rgba(0, 0, 0, 0.6)';
  pen.fillRect(0, canvas.height - high, canvas.width, high);
  pen.fillStyle = '#ffffff';
  pen.font = `${size}px sans-serif`;
  lines.forEach((line, at) => {
    pen.fillText(line, size, canvas.height - high + size * 1.6 + at * size * 1.5, canvas.width - 2 * size);
  });
}
