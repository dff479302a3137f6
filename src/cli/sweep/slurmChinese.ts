/** What errors of Slurm are in Chinese: pattern of the English line, and what stands in its place. */
export const SLURM_FORMS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [
    /^slurm: expected its program (\w+) on this machine; got none$/,
    "Slurm：本机应有其程序 $1（请在集群的登录节点上执行）；并不存在",
  ],
  [/^slurm: expected an answer of the cluster; got (.+)$/, "Slurm：集群应有响应；实为 $1"],
  [/^slurm: the cluster refuses such a job: (.+)$/, "Slurm：集群拒绝此作业：$1"],
  [/^slurm: expected (version|model) (.+?), that of the sweep; got (.+)$/, "Slurm：应为扫描的{1} $2；实为 $3"],
  [/^slurm: (\d+) tasks ended and none has finished a run: (.+)$/, "Slurm：已有 $1 个任务结束，却没有完成任何运行：$2"],
  [
    /^slurm: tasks with (\d+) runs were canceled; the same command goes on with the rest$/,
    "Slurm：任务被取消，涉及 $1 次运行；再次执行同一命令即可继续",
  ],
  [/^slurm: (.+); the same command goes on with the rest$/, "Slurm：$1；再次执行同一命令即可继续"],
  [/^(--\w+) must be a walltime such as .+?; got (.+)$/, "$1 应为时限，如 30、12:30:00 或 2-12；实为 $2"],
  [
    /^--time: expected more than a run takes here, (\d+) s; got (\d+) s$/,
    "--time：应长于单次运行在本机的用时（$1 秒）；实为 $2 秒",
  ],
  [/^--mem: expected a size such as 2G; got (.+)$/, "--mem：应为内存大小，如 2G；实为 $1"],
  [/^--sbatch: expected an option of sbatch such as (\S+); got (.+)$/, "--sbatch：应为 sbatch 的选项，如 $1；实为 $2"],
  [
    /^--sbatch: expected an option that Linli does not set; got (.+)$/,
    "--sbatch：不得为 Linli 自行设定的选项；实为 $1",
  ],
  [/^--sbatch: expected (--\S+) in its place; got (.+)$/, "--sbatch：$2 应以选项 $1 给出"],
  [/^--out: expected a folder without quotes and line breaks; got (.+)$/, "--out：文件夹路径不得含引号与换行；实为 $1"],
];
