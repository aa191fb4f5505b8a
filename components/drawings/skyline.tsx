import styles from './skyline.module.css'

/** Mountains, stilt houses, bridge and cable car: closes the home page. Two tints, one line. */
export function Skyline() {
  return (
    <svg className={styles.skyline} viewBox="0 0 1440 230" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path
        className={styles.far}
        d="M0 230V120l70-40 60 34 90-70 86 60 70-36 80 46 100-74 84 58 76-34 90 52 70-44 84 50 96-72 90 64 84-46 80 40 64-30 66 34v148z"
      />
      <path
        className={styles.near}
        d="M0 230v-60l90-22 110 30 120-40 130 46 90-22 130 34 120-30 110 26 140-44 120 40 130-36 80 20 70-14v72z"
      />
      <Towers />
      <Houses />
      <Bridge />
      <CableCar />
      <path d="M0 206H1440" />
      <path
        className={styles.thin}
        d="M40 218q10-5 20 0t20 0 20 0M300 220q10-5 20 0t20 0M560 217q10-5 20 0t20 0 20 0M760 221q10-5 20 0t20 0M930 217q10-5 20 0t20 0 20 0M1240 220q10-5 20 0t20 0 20 0"
      />
    </svg>
  )
}

function Towers() {
  return (
    <>
      <path
        className={styles.card}
        d="M60 206V118h34v88zM94 206V86l20-14 20 14v120zM134 206v-66h28v66zM170 206V104h40v102zM176 104V92h28v12zM218 206v-52h30v52z"
      />
      <path
        className={styles.thin}
        d="M68 130h18M68 142h18M68 154h18M68 166h18M68 178h18M68 190h18M114 74V58M102 96h24M102 110h24M102 124h24M102 138h24M102 152h24M102 166h24M102 180h24M141 152h14M141 164h14M141 176h14M141 188h14M180 116h20M180 128h20M180 140h20M180 152h20M180 164h20M180 176h20M226 164h14M226 176h14M226 188h14"
      />
      <path
        className={styles.card}
        d="M1208 206q4-80 14-112 6 30 8 112zM1236 206q4-92 16-130 8 40 10 130zM1268 206q4-92 16-130 8 40 10 130zM1300 206q2-80 14-112 8 30 8 112zM1338 206v-74h36v74zM1384 206v-48h40v48z"
      />
      <path className={styles.card} d="M1232 92q34-18 72-2v8q-36-14-72 2z" />
      <path
        className={styles.thin}
        d="M1346 144h20M1346 156h20M1346 168h20M1346 180h20M1346 192h20M1392 168h24M1392 180h24M1392 192h24M1214 130h12M1212 150h14M1212 170h16M1243 120h14M1242 145h16M1241 170h18M1275 120h14M1274 145h16M1273 170h18M1307 130h12M1306 150h14M1305 170h16"
      />
    </>
  )
}

/** Stilt houses up the slope, roof above roof. */
function Houses() {
  return (
    <>
      {[
        [300, 206, 1],
        [392, 206, 1.25],
        [500, 206, 0.95],
      ].map(([x = 0, y = 0, size = 1]) => (
        <g key={x} transform={`translate(${x} ${y}) scale(${size})`}>
          <path className={styles.card} d="M8-14v-24h62v24zM16-46v-20h48v20zM24-74v-16h32v16z" />
          <path
            className={styles.card}
            d="M0-36q8-2 10-10h58q2 8 10 10zM8-64q7-2 9-10h46q2 8 9 10zM16-88q8-3 10-9l14-8 14 8q2 6 10 9z"
          />
          <path
            className={styles.thin}
            d="M18-14v-12h8v12M34-14v-12h8v12M50-14v-12h8v12M24-50v-8h8v8zM38-50v-8h8v8zM51-50v-8h8v8zM36-74v-7h8v7M12-14V0M26-14V0M40-14V0M54-14V0M66-14V0"
          />
        </g>
      ))}
    </>
  )
}

/** A steel arch over the river. */
function Bridge() {
  const hangers = [720, 752, 784, 816, 848, 880, 912, 944, 976, 1008, 1040]
  const arch = (x: number) => 172 - 84 * (1 - ((x - 880) / 210) ** 2)
  return (
    <>
      <path className={styles.card} d="M592 206v-28h1M630 206v-34h12v34M1118 206v-34h12v34M1164 206v-28" />
      <path d="M584 168H1176M584 175H1176M670 172Q880 4 1090 172M656 186Q880-10 1104 186" />
      <path className={styles.thin} d={hangers.map(x => `M${x} ${Math.round(arch(x))}V168`).join('')} />
      <path className={styles.card} d="M652 206v-24h16v24zM1092 206v-24h16v24z" />
    </>
  )
}

function CableCar() {
  return (
    <g data-part="cable">
      <path className={styles.thin} d="M0 30 1440 66" />
      <path d="M606 44.5h24M618 45v12" />
      <path className={styles.card} d="M596 57h44q7 0 7 7v18q0 8-8 8h-42q-8 0-8-8V64q0-7 7-7z" />
      <path className={styles.thin} d="M589 77h58M598 63h12v14M612 63h12v14M626 63h12v14" />
    </g>
  )
}
