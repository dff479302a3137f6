/** What is said on the error stream while jobs are followed. */
import type { Notice } from "../../execution/slurm/notice.ts";
import type { Session } from "../output.ts";

export function teller(session: Session): (notice: Notice) => void {
  return (notice) => session.terminal.warn(`${lineOf(notice, session)}\n`);
}

function lineOf(notice: Notice, { say }: Session): string {
  switch (notice.kind) {
    case "submitted": {
      const { job, runs, tasks } = notice;
      return say(
        `slurm: job ${job} submitted: ${many(runs, "run")} in ${many(tasks, "task")}`,
        `Slurm：已提交作业 ${job}：${runs}次运行，${tasks}个任务`,
      );
    }
    case "found":
      return say(
        `slurm: ${many(notice.tasks, "task")} of an earlier start still on the cluster`,
        `Slurm：此前启动的${notice.tasks}个任务仍在集群上`,
      );
    case "again": {
      const { runs, states } = notice;
      return say(
        `slurm: tasks ended early (${states.join(", ")}): ${many(runs, "run")} to be submitted again`,
        `Slurm：有任务提前结束（${states.join("、")}），将重新提交${runs}次运行`,
      );
    }
    case "held":
      return say(
        `slurm: job ${notice.job} is held (${notice.reason}): scontrol release jobname=${notice.job}`,
        `Slurm：作业 ${notice.job} 被挂起（${notice.reason}），可用 scontrol release jobname=${notice.job} 放行`,
      );
    case "away":
      return say(
        `slurm does not answer: waiting for it (${notice.reason})`,
        `Slurm 无响应，正在等待（${notice.reason}）`,
      );
    case "back":
      return say("slurm answers again", "Slurm 已恢复响应");
    case "left": {
      const names = notice.jobs.join(",");
      return say(
        `the cluster goes on, and the same command takes what it has made; to end its jobs: scancel -n ${names}`,
        `集群上的作业仍在继续，再次执行同一命令即可取用其结果；如需终止：scancel -n ${names}`,
      );
    }
  }
}

const many = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
