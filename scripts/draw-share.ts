/** Draws public/share.png, the square picture that every link carries. Run after a change to the drawing. */
import sharp from 'sharp'
import { linkSheet } from '#services/drawing/share'

await sharp(Buffer.from(linkSheet())).png({ palette: true, colours: 32 }).toFile('public/share.png')
