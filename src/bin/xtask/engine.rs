//! The search engine of shelves: one program, built twice, and the script that serves it.
//!
//! The one build compares eight letters at once (`simd128`); the other runs wherever wasm does. The page
//! takes what its browser can.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use kaigiroku::bundle::engine::{EngineParts, blocks};
use sha2::{Digest as _, Sha256};

use crate::glue;
use crate::run::{Failure, Project, Steps, run, write_whole};
use crate::viewer::{TARGET, flags, gzip, target_ready};

const SIMD: &str = "-Ctarget-feature=+simd128";
const FILE: &str = "dist/engine.html";

/// Builds `dist/engine.html`: the blocks that shelves carry. What they are made of, and the blocks.
pub fn build(project: &Project, steps: &mut Steps) -> Result<(EngineParts, String), Failure> {
    target_ready(steps)?;
    let (simd, glue) = one(project, steps, Some(SIMD))?;
    let (plain, glue_of_plain) = one(project, steps, None)?;
    if glue != glue_of_plain {
        return Err(Failure::new(
            "検索プログラムの二つの版で JavaScript が異なります",
            "the two builds of the engine are bound by different scripts",
        ));
    }
    steps.take("検索プログラムを組み立てる / assembling the engine", || {
        let pack = |wasm: &[u8]| -> Result<String, Failure> {
            let packed = gzip(wasm).map_err(|error| Failure::file(&project.root.join(FILE), error))?;
            Ok(BASE64_STANDARD.encode(packed))
        };
        let parts = EngineParts { glue, simd: pack(&simd)?, plain: pack(&plain)? };
        let blocks = blocks(&parts, |text| BASE64_STANDARD.encode(Sha256::digest(text)));
        write_whole(&project.root.join(FILE), blocks.as_bytes())?;
        Ok((parts, blocks))
    })
}

/// The program and the script that binds it.
fn one(project: &Project, steps: &mut Steps, flag: Option<&str>) -> Result<(Vec<u8>, String), Failure> {
    let of = flag.unwrap_or("-");
    steps.take(
        &format!("検索プログラムをコンパイルする / compiling the engine ({of})"),
        || {
            let mut command =
                project.cargo(["build", "--no-default-features", "--features", "engine", "--bin", "engine"]);
            command.args(["--release", "--target", TARGET]);
            let flags = [flags(project).as_str(), of].join("\u{1f}");
            command.env("CARGO_ENCODED_RUSTFLAGS", flags.trim_end_matches("\u{1f}-"));
            run(&mut command)?;
            let compiled = project.target.join(TARGET).join("release/engine.wasm");
            glue::bind(&compiled).map_err(|error| Failure::file(&compiled, error))
        },
    )
}
