"""The straightforward ways: candidate and tests in one process. Reads jobs as JSON lines, writes verdicts as JSON lines.

usage: in_process.py once           one job, in this process (fresh interpreter for each job)
       in_process.py human-eval N   every job in a forked process of its own, N at a time, no isolation
"""
import json
import os
import sys


def judge(step, result):
    """Whether the step shows a wrong answer or harm."""
    if 'present' in step:
        return result['present']
    if 'harm' in step:
        return 'ok' in result and json.dumps(step['harm'])[1:-1] in json.dumps(result['ok'])
    if step.get('raises'):
        return 'raised' not in result
    return 'expect' in step and result.get('ok') != step['expect']


def run_checks(code, checks):
    scope = {'__name__': 'candidate'}
    exec(compile(code, 'candidate.py', 'exec'), scope)
    verdicts = []
    for steps in checks:
        wrong = False
        kept = {}
        for step in steps:
            if 'file' in step:
                os.makedirs(os.path.dirname(step['file']) or '.', exist_ok=True)
                with open(step['file'], 'w', encoding='utf-8') as file:
                    file.write(step['content'])
                result = {}
            elif 'present' in step:
                result = {'present': os.path.exists(step['present'])}
            else:
                args = [kept[arg['use']] if isinstance(arg, dict) and 'use' in arg else arg for arg in step['args']]
                try:
                    result = {'ok': scope[step['call']](*args)}
                except Exception as error:
                    result = {'raised': str(error)}
                if 'pass' in step:
                    kept[step['pass']] = result.get('ok')
            wrong = judge(step, result) or wrong
        verdicts.append('fail' if wrong else 'pass')
    return verdicts


def once():
    import tempfile

    job = json.loads(sys.stdin.readline())
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        verdicts = run_checks(job['code'], job['checks'])
        os.chdir('/')
    print(json.dumps({'id': job['id'], 'verdicts': verdicts}), flush=True)


def guarded(job, result, seconds):
    """The child of the HumanEval way: temporary folder, swallowed output, time limit, disabled functions."""
    import builtins
    import contextlib
    import faulthandler
    import io
    import shutil
    import signal
    import subprocess
    import tempfile

    rmtree, chdir, rmdir, unlink = shutil.rmtree, os.chdir, os.rmdir, os.unlink
    with tempfile.TemporaryDirectory() as folder:
        chdir(folder)
        faulthandler.disable()
        builtins.exit = builtins.quit = None
        os.environ['OMP_NUM_THREADS'] = '1'
        os.kill = os.system = os.putenv = os.fork = os.forkpty = os.killpg = os.setuid = None
        subprocess.Popen = None

        def expire(number, frame):
            raise TimeoutError

        signal.signal(signal.SIGALRM, expire)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                result.append(run_checks(job['code'], job['checks']))
        except BaseException as error:
            result.append(repr(error))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        shutil.rmtree, os.chdir, os.rmdir, os.unlink = rmtree, chdir, rmdir, unlink
        chdir('/')


def checked(job):
    import multiprocessing

    manager = multiprocessing.Manager()
    result = manager.list()
    process = multiprocessing.Process(target=guarded, args=(job, result, 5.0))
    process.start()
    process.join(timeout=6.0)
    if process.is_alive():
        process.kill()
    return {'id': job['id'], 'verdicts': result[0] if result else 'timed out'}


def human_eval(workers):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=workers) as executor:
        for line in sys.stdin:
            jobs = json.loads(line)
            print(json.dumps(list(executor.map(checked, jobs))), flush=True)


if __name__ == '__main__':
    once() if sys.argv[1] == 'once' else human_eval(int(sys.argv[2]))
